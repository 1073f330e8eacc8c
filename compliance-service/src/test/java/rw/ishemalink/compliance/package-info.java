/** The house rules. */
@NullMarked
package rw.ishemalink.compliance;

import org.jspecify.annotations.NullMarked;
