-- Nothing changes here.
SELECT 5;
