#pragma clang diagnostic ignored "-Wc23-extensions"

#include "assets.h"

// Each file of files/ is a constant array and the function that hands it out.
#define EMBEDDED_FILE(name) \
    EmbeddedFile embedded_##name(void) { return (EmbeddedFile) { name, sizeof name }; }

static const unsigned char site_css[] = {
#embed "files/site.css"
,
#embed "files/measures.css"
,
#embed "files/theory.css"
};
EMBEDDED_FILE(site_css)

static const unsigned char icon_svg[] = {
#embed "files/icon.svg"
};
EMBEDDED_FILE(icon_svg)

static const unsigned char theory_js[] = {
#embed "files/theory.js"
,
#embed "files/theory-panel.js"
,
#embed "files/theory-drag.js"
,
#embed "files/theory-forms.js"
};
EMBEDDED_FILE(theory_js)

static const unsigned char common_passwords[] = {
#embed "files/common-passwords.txt"
};
EMBEDDED_FILE(common_passwords)
