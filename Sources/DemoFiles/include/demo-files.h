#ifndef SIGHTLINE_DEMO_FILES_H
#define SIGHTLINE_DEMO_FILES_H

#include <stddef.h>

/// A file that lives inside the program. Its bytes are never written to and never freed.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} DemoFile;

DemoFile demo_england_ae_monthly(void);
DemoFile demo_fictional_units(void);
DemoFile demo_fictional_measures(void);
DemoFile demo_fictional_stories(void);

#endif
