package rw.ishemalink.payment.outbound.airtel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.config.AirtelConfig;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.outbound.GuardedMobileMoney;

/** Airtel as the service sees it: behind its breakers. */
@ApplicationScoped
class AirtelProducer {

    @Produces
    @ApplicationScoped
    MobileMoney airtel(PaymentConfig config, MeterRegistry meters) {
        AirtelConfig account = config.airtel();
        AirtelMobileMoney airtel = new AirtelMobileMoney(account, new AirtelHttp(account, InstantSource.system()));
        return new GuardedMobileMoney(airtel, config.breaker(), meters);
    }

    @Produces
    @Singleton
    AirtelCallbacks callbacks(PaymentConfig config) {
        return new AirtelCallbacks(config.airtel());
    }
}
