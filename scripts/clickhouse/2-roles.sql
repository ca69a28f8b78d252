-- Two roles. A viewer reads the cube alone, without its small cells; an officer reads the rows of one province. Neither can
-- write, and neither can read a file or call out: no role has a right to any table function that does.
-- Not tested here: the library that the tests run has no users. Each statement is parsed by it, and each condition is run.
create role if not exists phungpao_viewer settings max_execution_time = 120, max_memory_usage = 8000000000, max_result_rows = 20000000;
create role if not exists phungpao_officer settings max_execution_time = 120, max_memory_usage = 8000000000, max_result_rows = 20000000;
grant select on cube_shown to phungpao_viewer, phungpao_officer;
grant select on round to phungpao_viewer, phungpao_officer;
grant select on fold to phungpao_officer;
grant select on household to phungpao_officer;
grant select on need to phungpao_officer;
grant select on help to phungpao_officer;
grant select on plan to phungpao_officer;
grant select on trait to phungpao_officer;
grant select on place_name to phungpao_officer;
grant select on area_figure to phungpao_officer;
grant select on cube to phungpao_officer;
-- Every round may be looked at by a viewer; an officer is told of those of the own province alone.
create row policy if not exists phungpao_viewer on round using 1 to phungpao_viewer;

-- A province's officer: once for each province, with its code. A policy stands against everybody whom none lets through.
create role if not exists phungpao_officer_94;
grant phungpao_officer to phungpao_officer_94;
create row policy if not exists phungpao_94 on household using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on need using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on help using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on plan using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on trait using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on place_name using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on cube using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on round using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on area_figure using intDiv(area, 10000) = 94 to phungpao_officer_94;

-- A person: the password is typed by whoever makes the account, never kept in a file.
-- create user somchai identified with sha256_password by '…' default role phungpao_officer_94 settings profile 'default';
