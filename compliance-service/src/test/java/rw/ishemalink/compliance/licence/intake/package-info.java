/** Tests of files and forms. */
@NullMarked
package rw.ishemalink.compliance.licence.intake;

import org.jspecify.annotations.NullMarked;
