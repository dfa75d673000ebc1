-- The one driver of a virtual clock moves it as the operator; only the owner can put a suite on one to begin with.

GRANT UPDATE (at) ON virtual_clock TO guildhall_operator;

-- On a virtual clock a programme is published when the clock says so.
ALTER TABLE programme_version ALTER COLUMN published_at SET DEFAULT guildhall_now();
