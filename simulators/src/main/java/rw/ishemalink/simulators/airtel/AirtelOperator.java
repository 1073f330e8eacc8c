package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import rw.ishemalink.simulators.Agenda;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Operator;
import rw.ishemalink.simulators.money.Tokens;

/** Airtel. */
@Singleton
public class AirtelOperator extends Operator {

    private final Tokens<String> tokens;

    public AirtelOperator(
            AirtelConfig config, Portal portal, WorldClock clock, Agenda agenda, FaultDesk desk, ObjectMapper json) {
        super(OutsideSystem.AIRTEL, config, new AirtelManner(config, portal, json), clock, agenda, desk);
        this.tokens = new Tokens<>(clock, config.tokenLife());
    }

    /** Each opens everything for the client that it was given to. */
    @Override
    protected Tokens<String> tokens() {
        return tokens;
    }
}
