/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.manifest;

import org.jspecify.annotations.NullMarked;
