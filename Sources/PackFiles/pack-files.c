#pragma clang diagnostic ignored "-Wc23-extensions"

#include "pack-files.h"

// Each file of the repository's Packs/ is a constant array and the function that hands it out.
#define PACK_FILE(name) \
    PackFile pack_##name(void) { return (PackFile) { name, sizeof name }; }

static const unsigned char urgent_and_emergency_care[] = {
#embed "../../Packs/urgent-and-emergency-care.yaml"
};
PACK_FILE(urgent_and_emergency_care)

static const unsigned char joined_up_care[] = {
#embed "../../Packs/joined-up-care.yaml"
};
PACK_FILE(joined_up_care)
