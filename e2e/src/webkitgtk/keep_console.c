/* Loaded into WebKitGTK's MiniBrowser, which under automation uses an ephemeral store; in such a session WebKit writes
 * no console messages, whatever the setting says. This gives it a store in the folder of the session instead. */
#include <stdlib.h>

void *webkit_website_data_manager_new(const char *, ...);

void *webkit_website_data_manager_new_ephemeral(void) {
    const char *folder = getenv("TMPDIR");
    return webkit_website_data_manager_new("base-data-directory", folder, "base-cache-directory", folder, (char *)0);
}
