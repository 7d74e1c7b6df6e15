# CSV to signals with qicharts2: Rscript qicharts2.R IN
suppressMessages(library(qicharts2))
data <- read.csv(commandArgs(TRUE)[1], colClasses = c("character", "Date", "numeric"))
result <- qic(period, value, data = data, facets = ~series, chart = "i", return.data = TRUE)
print(sum(result$sigma.signal))
