/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.analytics.law;

import org.jspecify.annotations.NullMarked;
