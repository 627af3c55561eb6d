-- Tasks that have not ended are looked for at every start; beside those that wait, few run.
create index simulations_running on simulations (task_id) where status = 'running';
create index reports_running on reports (task_id) where status = 'running';
