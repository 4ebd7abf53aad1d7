-- Nothing changes here.
SELECT 4;
