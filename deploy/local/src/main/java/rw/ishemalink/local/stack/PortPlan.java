package rw.ishemalink.local.stack;

import rw.ishemalink.local.child.Ports;

/** Which port takes the place of a documented one. */
@FunctionalInterface
public interface PortPlan {

    /** The port to use. */
    int portFor(int documented);

    /** The documented ports, all shifted by the same number so that a second stack fits beside the first. */
    static PortPlan documented(int offset) {
        return port -> port + offset;
    }

    /** Any free ports. */
    static PortPlan free() {
        return port -> Ports.pickFree();
    }
}
