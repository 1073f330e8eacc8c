/** Questions to the stores: this instance's part, the other instances' parts, one answer. Invariant: an answer says whether every partition is in it. */
@NullMarked
package rw.ishemalink.analytics.query;

import org.jspecify.annotations.NullMarked;
