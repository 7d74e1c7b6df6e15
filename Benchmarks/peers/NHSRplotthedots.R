# CSV to signals with NHSRplotthedots: Rscript NHSRplotthedots.R IN
suppressMessages(library(NHSRplotthedots))
data <- read.csv(commandArgs(TRUE)[1], colClasses = c("character", "Date", "numeric"))
result <- suppressWarnings(ptd_spc(data, value, period, facet_field = series))
print(table(result$special_cause_type))
