/** Customs reference data in the database. Invariant: a list that was loaded is never changed; a newer one is loaded instead. */
@NullMarked
package rw.ishemalink.compliance.manifest.store;

import org.jspecify.annotations.NullMarked;
