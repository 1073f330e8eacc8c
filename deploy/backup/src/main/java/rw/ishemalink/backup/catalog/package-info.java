/** What lies in the store: backups with their manifests, and which of them may go. Invariant: a manifest is written last. */
@NullMarked
package rw.ishemalink.backup.catalog;

import org.jspecify.annotations.NullMarked;
