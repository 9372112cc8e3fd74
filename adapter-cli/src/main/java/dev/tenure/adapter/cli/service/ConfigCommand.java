package dev.tenure.adapter.cli.service;

import dev.tenure.adapter.cli.Installation.Setting;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.shared.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenure config}. */
@Command(name = "config", description = "Show every setting, its value and its source.")
public final class ConfigCommand implements Runnable {

    private static final String MASK = "***";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret|token).*");
    private static final Pattern SECRET_IN_URL =
            Pattern.compile("(?i)((?<=[?&;])[a-z]*(?:password|secret)=)[^&;]*|(://[^/@\\s]*?:)[^/\\s]*(?=@)");

    private final Context context;

    @Mixin
    private final Address address = new Address();

    public ConfigCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<Setting> settings = context.installation().settings(address.addTo(context.flags())).stream()
                .map(ConfigCommand::masked)
                .toList();
        context.print(
                () -> new JsonObject()
                        .value(
                                "settings",
                                settings.stream()
                                        .map(setting -> new JsonObject()
                                                .value("name", setting.name())
                                                .value("value", setting.value())
                                                .value("source", setting.source()))
                                        .toList()),
                () -> new Table(Table.column("SETTING"), Table.column("VALUE"), Table.column("FROM"))
                        .rows(settings.stream()
                                .map(setting -> List.of(setting.name(), setting.value(), setting.source()))
                                .toList()));
    }

    private static Setting masked(Setting setting) {
        boolean secret = SECRET_NAME.matcher(setting.name()).matches();
        String value = secret && !setting.value().isEmpty()
                ? MASK
                : SECRET_IN_URL.matcher(setting.value()).replaceAll(match -> {
                    String kept = match.group(1) == null ? match.group(2) : match.group(1);
                    return Matcher.quoteReplacement(kept + MASK);
                });
        return new Setting(setting.name(), value, setting.source());
    }
}
