package rw.ishemalink.local.parts;

import rw.ishemalink.local.child.Ports;

/**
 * A broker that is also a controller.
 *
 * @param port of the suite's own listener
 * @param agenciesPort of the listener where agencies log in
 * @param controllerPort where controllers find each other
 */
record KafkaNode(int id, int port, int agenciesPort, int controllerPort) {

    static KafkaNode onFreePorts(int id) {
        return new KafkaNode(id, Ports.pickFree(), Ports.pickFree(), Ports.pickFree());
    }

    String voter() {
        return id + "@127.0.0.1:" + controllerPort;
    }
}
