/** What positions show, told as stories of trips. */
@NullMarked
package rw.ishemalink.tracking.detect;

import org.jspecify.annotations.NullMarked;
