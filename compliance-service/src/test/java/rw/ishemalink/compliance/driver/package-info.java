/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.driver;

import org.jspecify.annotations.NullMarked;
