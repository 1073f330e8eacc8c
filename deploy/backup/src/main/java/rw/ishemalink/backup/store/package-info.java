/** The object store, S3 or what speaks like it. Invariant: only sealed content is put into it, manifests excepted. */
@NullMarked
package rw.ishemalink.backup.store;

import org.jspecify.annotations.NullMarked;
