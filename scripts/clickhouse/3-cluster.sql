-- Three shards, each with a replica. 1-tables.sql is run on every server in the database phungpao_model, which stays empty and
-- lends its columns; rows lie in phungpao_local; the page asks phungpao. All rows of a province lie on one shard, whatever the
-- round: households are matched between rounds there, and each join is within a shard (distributed_product_mode = 'local' in
-- the profile of both roles). {shard} and {replica} are each server's macros. Not tested: no cluster is to be had where the
-- tests run; each statement is parsed.
create database if not exists phungpao_local on cluster phungpao;
create database if not exists phungpao on cluster phungpao;

create table if not exists phungpao_local.household on cluster phungpao as phungpao_model.household
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/household', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, area, household);
create table if not exists phungpao_local.need on cluster phungpao as phungpao_model.need
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/need', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, household, dimension);
create table if not exists phungpao_local.help on cluster phungpao as phungpao_model.help
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/help', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, household);
create table if not exists phungpao_local.plan on cluster phungpao as phungpao_model.plan
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/plan', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, household);
create table if not exists phungpao_local.trait on cluster phungpao as phungpao_model.trait
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/trait', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, household);
create table if not exists phungpao_local.cube on cluster phungpao as phungpao_model.cube
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/cube', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, area, facts, needs);
create table if not exists phungpao_local.place_name on cluster phungpao as phungpao_model.place_name
  engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/place_name', '{replica}')
  partition by intDiv(snapshot, 100) order by (snapshot, area);
create table if not exists phungpao_local.round on cluster phungpao as phungpao_model.round
  engine = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/round', '{replica}', brought_at) order by snapshot;

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
create table if not exists phungpao.round on cluster phungpao as phungpao_local.round
  engine = Distributed(phungpao, phungpao_local, round, snapshot % 100);

-- Small, and joined by every question: whole on every server.
create table if not exists phungpao.fold on cluster phungpao as phungpao_model.fold
  engine = ReplicatedMergeTree('/clickhouse/tables/everywhere/fold', '{replica}_{shard}') order by mask;
create table if not exists phungpao.area_figure on cluster phungpao as phungpao_model.area_figure
  engine = ReplicatedMergeTree('/clickhouse/tables/everywhere/area_figure', '{replica}_{shard}') order by (area, figure);
