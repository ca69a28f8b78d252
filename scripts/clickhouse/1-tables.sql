-- The clean tables on one node. A snapshot's number is that of its bringing × 100 + its province's code: 3794 is what was
-- brought 37th of Pattani. It is never used again: a corrected round comes under a new number beside the old one, and which
-- of the two is shown changes in a single row of round_brought. So a snapshot is a partition, dropped whole without a trace,
-- and a role's province is told by the number alone. Columns are those of src/model/rows.ts; a test holds one against the other.
create table if not exists household (
  snapshot Int32, household Int32, area Int32,
  place Nullable(UInt8), class Nullable(UInt8), survey Nullable(UInt8),
  urgent Nullable(Bool), over_capacity Nullable(Bool), locality Nullable(UInt8),
  persons Nullable(UInt16), child Nullable(UInt16), elderly Nullable(UInt16), disabled Nullable(UInt16), bedridden Nullable(UInt16),
  house_code Nullable(String), file Nullable(Int32), line Nullable(Int32),
  surveyed_on Nullable(Date32), updated_on Nullable(Date32), source Nullable(UInt8), out_reason Nullable(UInt8),
  moo Nullable(UInt8), village LowCardinality(Nullable(String)), house_no Nullable(String),
  team LowCardinality(Nullable(String)), mentor LowCardinality(Nullable(String)), acts_only Nullable(Bool)
) engine = MergeTree partition by snapshot order by (snapshot, area, household);

create table if not exists need (
  snapshot Int32, household Int32, dimension UInt8, status UInt8, file Nullable(Int32), line Nullable(Int32)
) engine = MergeTree partition by snapshot order by (snapshot, household, dimension);

create table if not exists help (
  snapshot Int32, household Int32, dimension Nullable(UInt8), agency LowCardinality(Nullable(String)),
  activity LowCardinality(Nullable(String)), date Nullable(Date32), amount Nullable(Float64),
  file Nullable(Int32), line Nullable(Int32), kind Nullable(UInt8), rowid Int64
) engine = MergeTree partition by snapshot order by (snapshot, household);

create table if not exists plan (
  snapshot Int32, household Int32, dimension Nullable(UInt8), project LowCardinality(Nullable(String)),
  agency LowCardinality(Nullable(String)), budget Nullable(Float64), month Nullable(Date32),
  file Nullable(Int32), line Nullable(Int32)
) engine = MergeTree partition by snapshot order by (snapshot, household);

create table if not exists trait (
  snapshot Int32, household Int32, aspect UInt8, value LowCardinality(Nullable(String))
) engine = MergeTree partition by snapshot order by (snapshot, household);

create table if not exists area_figure (
  reference Int32, area Int32, level Nullable(UInt8), figure UInt8, value Nullable(Float64),
  file Nullable(Int32), line Nullable(Int32)
) engine = MergeTree order by (area, figure);

create table if not exists place_name (
  snapshot Int32, area Int32, name Nullable(String), rowid Int64
) engine = MergeTree partition by snapshot order by (snapshot, area);

-- Which statuses of needs make which status of a household: of the page's version, so it comes with every file.
create table if not exists fold (mask Int32, status Int32) engine = MergeTree order by mask;

-- The rounds that are there whole: written last, so that a file half brought in is in no list. `schema` is the form of these
-- tables that a round was brought in (`clusterForm` in src/model/tableform.ts; a page of another one shows nothing); `sha256`
-- that of the file it came in, so that the same file brings nothing twice. Of a round that came again the last stands in `round`, which is what is asked.
create table if not exists round_brought (
  snapshot Int32, province LowCardinality(String), as_of Date32, schema UInt16, sha256 String,
  households UInt32, needs UInt32, brought_at DateTime default now()
) engine = ReplacingMergeTree(brought_at) order by (province, as_of);

create view if not exists round as
  select snapshot, province, as_of, schema, sha256, households, needs, brought_at from round_brought final;

-- The cube, counted once as a round is brought in: the only figures a viewer may read. `facts` and `needs` as in
-- src/queries/cube-axes.ts.
create table if not exists cube (
  snapshot Int32, area Int32, facts Int32, needs Int32, households Int32, persons Int32
) engine = MergeTree partition by snapshot order by (snapshot, area, facts, needs);

-- What a viewer sees of it: by amphoe, and no cell of fewer than ten households. Cells that are held back are added up by what
-- they come to (`fold`), as a need of no dimension (the sixth place) without any other fact; what is small even so is told as
-- one sum for each snapshot and amphoe (`facts` −1), and that too is held back where it is small. Counted with the rights of
-- whoever runs this script, for a viewer has none on the cube. `needs` and its places are those of src/queries/cube-axes.ts.
create view if not exists cube_shown definer = current_user sql security definer as
  with by_amphoe as (
    select snapshot, intDiv(area, 100) * 100 as amphoe, facts, needs,
      toInt32(sum(c.households)) as counted, toInt32(sum(c.persons)) as people
    from cube as c group by 1, 2, 3, 4
  ), by_status as (
    select snapshot, amphoe, f.status as status, toInt32(sum(counted)) as small
    from by_amphoe join fold as f on f.mask = toInt32(arrayReduce('groupBitOr', arrayMap(
      place -> bitShiftRight(bitShiftLeft(1::Int32, intDiv(needs, place) % 9), 1), [1, 9, 81, 729, 6561, 59049])))
    where counted < 10 group by 1, 2, 3
  )
  select snapshot, amphoe as area, facts, needs, counted as households, people as persons from by_amphoe where counted >= 10
  union all
  select snapshot, amphoe, 0, toInt32((status + 1) * 59049), small, 0 from by_status where small >= 10
  union all
  select snapshot, amphoe, -1, -1, toInt32(sum(small)), 0 from by_status where small < 10
  group by snapshot, amphoe having sum(small) >= 10;
