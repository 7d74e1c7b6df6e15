#ifndef SIGHTLINE_PACK_FILES_H
#define SIGHTLINE_PACK_FILES_H

#include <stddef.h>

/// A file that lives inside the program. Its bytes are never written to and never freed.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} PackFile;

PackFile pack_urgent_and_emergency_care(void);
PackFile pack_joined_up_care(void);

#endif
