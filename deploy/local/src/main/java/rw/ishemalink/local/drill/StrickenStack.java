package rw.ishemalink.local.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.backup.StackArchive;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.load.Providers;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.story.Driver;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.StoryContext;

/** What happens to a stack that somebody else's commands start and stop: it is looked at anew each time. */
final class StrickenStack {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path checkout;
    private final Path home;
    private final int portOffset;
    private @Nullable Story story;
    private @Nullable Journey unpaid;

    StrickenStack(Path checkout, Path home, int portOffset) {
        this.checkout = checkout;
        this.home = home;
        this.portOffset = portOffset;
    }

    LocalStack stack() {
        return new LocalStack(StackOptions.command(checkout, home, portOffset));
    }

    private StackArchive archive() {
        return StackArchive.find(stack()).orElseThrow();
    }

    void killArchive() {
        archive().database().archive().kill();
    }

    void killService() {
        stack().kill("booking-service");
    }

    void killBroker() {
        stack().kill("kafka");
    }

    void loseBroker() {
        LocalStack stack = stack();
        stack.kill("kafka");
        Folders.delete(stack.options().parts().data("kafka"));
    }

    void loseDatabases() {
        LocalStack stack = stack();
        stack.kill("postgres");
        Folders.delete(stack.postgres().dataFolder());
    }

    /** A sender confirms, and nobody can be asked for the money. */
    void payWithoutProviders() {
        Story told = story();
        Providers.ALL.forEach(provider -> providers().order(provider, "{\"mode\":\"DOWN\"}"));
        unpaid = told.bookPotatoes(told.cast().sender("Farmer")).confirm();
    }

    /** The payment is decided, this way or the other. */
    void bringProvidersBack() {
        providers().calm();
        Journey booking = Optional.ofNullable(unpaid).orElseThrow();
        new Patience(PATIENCE).await("the payment to be decided", () -> Optional.of(booking.status())
                .filter(status -> !status.equals("CONFIRMED")));
    }

    private Providers providers() {
        return new Providers(stack().simulatorsUrl());
    }

    /** A driver hands over where there is no network, and the app says so when there is. */
    void deliverWithoutNetwork() {
        Story told = story();
        Driver driver = told.cast().truckDriver("Truck driver");
        told.bookPotatoes(told.cast().sender("Farmer"))
                .confirm()
                .awaitReceipt()
                .assign(told.dispatcher(), driver)
                .pickUp(driver)
                .sendDelivery(driver, Instant.now());
    }

    private Story story() {
        Story known = story;
        if (known == null) {
            LocalStack stack = stack();
            known = new Story(new StoryContext(
                    stack.gatewayUrl(),
                    stack.simulatorsUrl(),
                    Services.ADMIN_PHONE,
                    Services.SECOND_ADMIN_PHONE,
                    PATIENCE,
                    _ -> {}));
            story = known;
        }
        return known;
    }

    /** Ends everything and deletes it. */
    void clear() {
        LocalStack stack = stack();
        StackArchive.find(stack).ifPresent(StackArchive::stop);
        stack.close();
        stack.postgres().deleteDataElsewhere();
        Folders.delete(home);
    }
}
