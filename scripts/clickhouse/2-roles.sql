-- Three roles. A viewer reads the cube alone, without its small cells; an officer reads the rows of one province; neither can
-- write. Who brings files in (scripts/clickhouse/bring.ts) may add rows and drop whole snapshots, and make no table. None can
-- read a file or call out: no role has a right to any table function that does.
-- Not tested here: the library that the tests run has no users. Each statement is parsed by it, and each condition is run.
create role if not exists phungpao_viewer settings max_execution_time = 120, max_memory_usage = 8000000000, max_result_rows = 20000000;
create role if not exists phungpao_officer settings max_execution_time = 120, max_memory_usage = 8000000000, max_result_rows = 20000000;
grant select on cube_shown to phungpao_viewer, phungpao_officer;
grant select on round to phungpao_viewer, phungpao_officer;
grant select on round_brought to phungpao_viewer, phungpao_officer;
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
create row policy if not exists phungpao_viewer on round_brought using 1 to phungpao_viewer;

-- The role by itself reads no row: servers differ in whether one whom no policy names reads all of them or none.
create row policy if not exists phungpao_none on household using 0 to phungpao_officer;
create row policy if not exists phungpao_none on need using 0 to phungpao_officer;
create row policy if not exists phungpao_none on help using 0 to phungpao_officer;
create row policy if not exists phungpao_none on plan using 0 to phungpao_officer;
create row policy if not exists phungpao_none on trait using 0 to phungpao_officer;
create row policy if not exists phungpao_none on place_name using 0 to phungpao_officer;
create row policy if not exists phungpao_none on cube using 0 to phungpao_officer;
create row policy if not exists phungpao_none on round_brought using 0 to phungpao_officer;
create row policy if not exists phungpao_none on area_figure using 0 to phungpao_officer;

-- A province's officer: once for each province, with its code. What any of its policies lets through, it reads.
create role if not exists phungpao_officer_94;
grant phungpao_officer to phungpao_officer_94;
create row policy if not exists phungpao_94 on household using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on need using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on help using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on plan using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on trait using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on place_name using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on cube using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on round_brought using snapshot % 100 = 94 to phungpao_officer_94;
create row policy if not exists phungpao_94 on area_figure using intDiv(area, 10000) = 94 to phungpao_officer_94;

-- Who brings files in, and whoever ran these scripts (with whose rights cube_shown is counted): every row. An insert into the
-- tables of a cluster ends only when its rows lie on their shard.
create role if not exists phungpao_bringer settings distributed_foreground_insert = 1;
grant select, insert, alter delete on household to phungpao_bringer;
grant select, insert, alter delete on need to phungpao_bringer;
grant select, insert, alter delete on help to phungpao_bringer;
grant select, insert, alter delete on plan to phungpao_bringer;
grant select, insert, alter delete on trait to phungpao_bringer;
grant select, insert, alter delete on place_name to phungpao_bringer;
grant select, insert, alter delete on cube to phungpao_bringer;
grant select, insert, alter delete on round_brought to phungpao_bringer;
grant select, insert, alter delete on fold to phungpao_bringer;
grant select on round to phungpao_bringer;
create row policy if not exists phungpao_all on household using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on need using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on help using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on plan using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on trait using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on place_name using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on cube using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on round_brought using 1 to phungpao_bringer, current_user;
create row policy if not exists phungpao_all on area_figure using 1 to phungpao_bringer, current_user;

-- A person: the password is typed by whoever makes the account, never kept in a file.
-- create user somchai identified with sha256_password by '…' default role phungpao_officer_94 settings profile 'default';
