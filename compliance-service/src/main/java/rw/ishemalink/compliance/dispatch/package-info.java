/** May this driver with this vehicle move this booking? Invariant: every decision names every rule of law it applied, and is published once. */
@NullMarked
package rw.ishemalink.compliance.dispatch;

import org.jspecify.annotations.NullMarked;
