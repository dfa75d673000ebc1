INSERT INTO metrics_period (figure, month, facts, late, corrected, changed_at)
SELECT 'engagement', (date_trunc('month', at AT TIME ZONE 'UTC'))::date, count(*), 0, 0, max(at)
FROM growth_engagement
GROUP BY 2;
