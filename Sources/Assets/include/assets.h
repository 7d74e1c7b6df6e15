#ifndef SIGHTLINE_ASSETS_H
#define SIGHTLINE_ASSETS_H

#include <stddef.h>

/// A file that lives inside the program. Its bytes are never written to and never freed.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedFile;

EmbeddedFile embedded_site_css(void);
EmbeddedFile embedded_icon_svg(void);
EmbeddedFile embedded_theory_js(void);
EmbeddedFile embedded_common_passwords(void);

#endif
