-- The token that was exchanged for this one. A cookie session may exchange one several times within seconds, when replies were lost;
-- of its successors one counts, whichever is used first.

alter table refresh_tokens add column predecessor bytea;
