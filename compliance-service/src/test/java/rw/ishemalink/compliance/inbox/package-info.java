/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.inbox;

import org.jspecify.annotations.NullMarked;
