-- Three shards, each with a replica. 1-tables.sql is run on every server in the database phungpao_model, which stays empty and
-- lends its columns; rows lie in phungpao_local; the page asks phungpao. All rows of a province lie on one shard, whatever the
-- round: households are matched between rounds there, and each join is within a shard (distributed_product_mode = 'local' in
-- the profile of both roles). {shard} and {replica} are each server's macros. Not tested: no cluster is to be had where the
-- tests run; each statement is parsed.
create database if not exists phungpao_local on cluster phungpao;
create database if not exists phungpao on cluster phungpao;

create table if not exists phungpao_local.household on cluster phungpao as phungpao_model.household
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/household', '{replica}')
  partition by snapshot order by (snapshot, area, household);
create table if not exists phungpao_local.need on cluster phungpao as phungpao_model.need
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/need', '{replica}')
  partition by snapshot order by (snapshot, household, dimension);
create table if not exists phungpao_local.help on cluster phungpao as phungpao_model.help
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/help', '{replica}')
  partition by snapshot order by (snapshot, household);
create table if not exists phungpao_local.plan on cluster phungpao as phungpao_model.plan
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/plan', '{replica}')
  partition by snapshot order by (snapshot, household);
create table if not exists phungpao_local.trait on cluster phungpao as phungpao_model.trait
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/trait', '{replica}')
  partition by snapshot order by (snapshot, household);
create table if not exists phungpao_local.cube on cluster phungpao as phungpao_model.cube
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/cube', '{replica}')
  partition by snapshot order by (snapshot, area, facts, needs);
create table if not exists phungpao_local.place_name on cluster phungpao as phungpao_model.place_name
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/place_name', '{replica}')
  partition by snapshot order by (snapshot, area);
create table if not exists phungpao_local.round_brought on cluster phungpao as phungpao_model.round_brought
  engine = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/round_brought', '{replica}', brought_at)
  order by (province, as_of);

create table if not exists phungpao.household on cluster phungpao as phungpao_local.household
  engine = Distributed(phungpao, phungpao_local, household, snapshot % 100);
create table if not exists phungpao.need on cluster phungpao as phungpao_local.need
  engine = Distributed(phungpao, phungpao_local, need, snapshot % 100);
create table if not exists phungpao.help on cluster phungpao as phungpao_local.help
  engine = Distributed(phungpao, phungpao_local, help, snapshot % 100);
create table if not exists phungpao.plan on cluster phungpao as phungpao_local.plan
  engine = Distributed(phungpao, phungpao_local, plan, snapshot % 100);
create table if not exists phungpao.trait on cluster phungpao as phungpao_local.trait
  engine = Distributed(phungpao, phungpao_local, trait, snapshot % 100);
create table if not exists phungpao.cube on cluster phungpao as phungpao_local.cube
  engine = Distributed(phungpao, phungpao_local, cube, snapshot % 100);
create table if not exists phungpao.place_name on cluster phungpao as phungpao_local.place_name
  engine = Distributed(phungpao, phungpao_local, place_name, snapshot % 100);
create table if not exists phungpao.round_brought on cluster phungpao as phungpao_local.round_brought
  engine = Distributed(phungpao, phungpao_local, round_brought, snapshot % 100);

-- Small, and joined by every question: whole on every server.
create table if not exists phungpao.fold on cluster phungpao as phungpao_model.fold
  engine = ReplicatedMergeTree('/clickhouse/tables/everywhere/fold', '{replica}_{shard}') order by mask;
create table if not exists phungpao.area_figure on cluster phungpao as phungpao_model.area_figure
  engine = ReplicatedMergeTree('/clickhouse/tables/everywhere/area_figure', '{replica}_{shard}') order by (area, figure);

create view if not exists phungpao.round on cluster phungpao as
  select snapshot, province, as_of, schema, sha256, households, needs, brought_at from phungpao.round_brought final;
create view if not exists phungpao.cube_shown on cluster phungpao definer = current_user sql security definer as
  with by_amphoe as (
    select snapshot, intDiv(area, 100) * 100 as amphoe, facts, needs,
      toInt32(sum(c.households)) as counted, toInt32(sum(c.persons)) as people
    from phungpao.cube as c group by 1, 2, 3, 4
  ), by_status as (
    select snapshot, amphoe, f.status as status, toInt32(sum(counted)) as small
    from by_amphoe join phungpao.fold as f on f.mask = toInt32(arrayReduce('groupBitOr', arrayMap(
      place -> bitShiftRight(bitShiftLeft(1::Int32, intDiv(needs, place) % 9), 1), [1, 9, 81, 729, 6561, 59049])))
    where counted < 10 group by 1, 2, 3
  )
  select snapshot, amphoe as area, facts, needs, counted as households, people as persons from by_amphoe where counted >= 10
  union all
  select snapshot, amphoe, 0, toInt32((status + 1) * 59049), small, 0 from by_status where small >= 10
  union all
  select snapshot, amphoe, -1, -1, toInt32(sum(small)), 0 from by_status where small < 10
  group by snapshot, amphoe having sum(small) >= 10;
