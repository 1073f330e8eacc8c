/** MDS provider endpoints. Invariant: an answer keeps to the specification's fields, required ones present, no others. */
@NullMarked
package rw.ishemalink.compliance.mds.api;

import org.jspecify.annotations.NullMarked;
