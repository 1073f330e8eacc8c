/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.dispatch;

import org.jspecify.annotations.NullMarked;
