-- The `mdc` rules on XmR charts with window functions, as NHSRplotthedots 0.2.2 applies them. ${IN}: the CSV file.
WITH src AS (SELECT series, period, value AS y FROM read_csv('${IN}', header=true, columns={'series':'VARCHAR','period':'DATE','value':'DOUBLE'})),
a AS (SELECT series, period, y,
        lag(y)  OVER w AS yl, lead(y) OVER w AS yr,
        avg(y)  OVER (PARTITION BY series) AS mean
      FROM src WINDOW w AS (PARTITION BY series ORDER BY period)),
b AS (SELECT *, abs(y-yl) AS mr, avg(abs(y-yl)) OVER (PARTITION BY series) AS amr0 FROM a),
c AS (SELECT *, avg(CASE WHEN mr < 3.267*amr0 THEN mr END) OVER (PARTITION BY series) AS amr FROM b),
d AS (SELECT *, mean-2.66*amr AS lpl, mean+2.66*amr AS upl, sign(y-mean)::INT AS rel, coalesce(sign(y-yl),0)::INT AS dl, coalesce(sign(yr-y),0)::INT AS dr FROM c),
e AS (SELECT *, (y>upl OR y<lpl) AS outside,
        CASE WHEN NOT (y>upl OR y<lpl) AND (y < mean-2*(2.66/3)*amr OR y > mean+2*(2.66/3)*amr) THEN 1 ELSE 0 END AS near FROM d),
f AS (SELECT *,
        sum(rel) OVER w7 AS r7, sum(dl) OVER w6 AS t6,
        sum(near) OVER w3 AS n3, abs(sum(rel) OVER w3)=3 AS s3
      FROM e WINDOW w7 AS (PARTITION BY series ORDER BY period ROWS 6 PRECEDING), w6 AS (PARTITION BY series ORDER BY period ROWS 5 PRECEDING), w3 AS (PARTITION BY series ORDER BY period ROWS 2 PRECEDING)),
g AS (SELECT *, max(CASE WHEN abs(r7)=7 THEN 1 ELSE 0 END) OVER f6 AS shift, max(CASE WHEN abs(t6)=6 THEN 1 ELSE 0 END) OVER f6 AS trend,
        max(CASE WHEN n3>=2 AND s3 THEN 1 ELSE 0 END) OVER f2 AS w2
      FROM f WINDOW f6 AS (PARTITION BY series ORDER BY period ROWS BETWEEN CURRENT ROW AND 6 FOLLOWING), f2 AS (PARTITION BY series ORDER BY period ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING)),
h AS (SELECT *, lead(trend) OVER (PARTITION BY series ORDER BY period) AS trend_next FROM g)
SELECT series, period, y AS value, mean, lpl, upl,
   CASE WHEN outside THEN CASE WHEN rel=1 THEN 1 ELSE 2 END
        WHEN trend=1 THEN CASE WHEN (CASE WHEN trend_next=1 THEN dr ELSE dl END)=1 THEN 3 ELSE 4 END
        WHEN w2=1 AND near=1 THEN CASE WHEN rel>0 THEN 5 ELSE 6 END
        WHEN shift=1 THEN CASE WHEN rel>0 THEN 7 ELSE 8 END ELSE 0 END AS code
FROM h
