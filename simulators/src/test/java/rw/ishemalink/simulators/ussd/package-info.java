/** Tests of the USSD network. */
@NullMarked
package rw.ishemalink.simulators.ussd;

import org.jspecify.annotations.NullMarked;
