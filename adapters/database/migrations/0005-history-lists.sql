-- What lists of runs show of a result beside its figures.

alter table simulations
  -- How a run that is done ended.
  add column outcome text check (outcome in ('ok', 'ruined')),
  -- Money by session as an index from 100, a few dozen points; null for runs that were done before there were any.
  add column spark json,
  add check (outcome is null or status = 'done');
update simulations set outcome = figures ->> 'status' from simulation_results where key = result_key and status = 'done';

-- With the outcome: all states are counted at once, without reading the rows.
drop index simulations_listed;
create index simulations_listed on simulations (user_id, status, id desc) include (outcome) where deleted_at is null;
