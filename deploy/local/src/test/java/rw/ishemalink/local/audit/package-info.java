/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.local.audit;

import org.jspecify.annotations.NullMarked;
