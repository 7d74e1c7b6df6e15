#pragma clang diagnostic ignored "-Wc23-extensions"

#include "demo-files.h"

// Each file of the repository's Demo/ is a constant array and the function that hands it out.
#define DEMO_FILE(name) \
    DemoFile demo_##name(void) { return (DemoFile) { name, sizeof name }; }

static const unsigned char england_ae_monthly[] = {
#embed "../../Demo/england-ae-monthly.csv"
};
DEMO_FILE(england_ae_monthly)

static const unsigned char fictional_units[] = {
#embed "../../Demo/fictional/units.csv"
};
DEMO_FILE(fictional_units)

static const unsigned char fictional_measures[] = {
#embed "../../Demo/fictional/measures.csv"
};
DEMO_FILE(fictional_measures)

static const unsigned char fictional_stories[] = {
#embed "../../Demo/fictional/stories.csv"
};
DEMO_FILE(fictional_stories)
