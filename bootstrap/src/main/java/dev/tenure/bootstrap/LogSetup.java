package dev.tenure.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logs go to standard error, so that standard output has only results. Configured in code: reading an XML file would be
 * a tenth of the start-up of a short command. {@code TENURE_LOG_LEVEL} sets the level of Tenure's own loggers;
 * libraries log from WARN on.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** The format of a line. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs: one JSON object per line. */
        JSON
    }

    private static final String CONSOLE = "console";
    private static final String REQUESTS = "dev.tenure.access";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        show(context, Format.TEXT);
        context.getLogger("ROOT").setLevel(Level.WARN);
        // What these log is in an exception already.
        context.getLogger("io.javalin").setLevel(Level.OFF);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
        // Its warnings repeat what clients sent; a refused request has its own line in the log.
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        context.getLogger("dev.tenure").setLevel(Level.toLevel(System.getenv("TENURE_LOG_LEVEL"), Level.INFO));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** How a server logs. */
    static void ofServer(Format format, boolean withRequests) {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            show(context, format);
            context.getLogger(REQUESTS).setLevel(withRequests ? null : Level.WARN);
        }
    }

    private static void show(LoggerContext context, Format format) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(CONSOLE);
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context, format));
        console.start();
        context.getLogger("ROOT").detachAppender(CONSOLE);
        context.getLogger("ROOT").addAppender(console);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Format format) {
        if (format == Format.JSON) {
            JsonLines json = new JsonLines();
            json.setContext(context);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %X{tenant:--} %X{requestId:--} %msg%n");
        text.start();
        return text;
    }
}
