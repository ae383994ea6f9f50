using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaSaas.Application.Assistant;
using WaSaas.Infrastructure.Llm;

namespace WaSaas.Infrastructure.Tests.Llm;

public sealed class LlmOptionsTests
{
    [Fact]
    public async Task Without_settings_the_host_starts_and_there_is_no_model()
    {
        using var host = HostWith(Environments.Production);

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Empty(host.Services.GetServices<ModelBrain>());
    }

    [Fact]
    public async Task A_full_configuration_starts_with_one_model_named_after_it()
    {
        using var host = HostWith(Environments.Production, ("BaseUrl", "https://models.example.test/v1/"), ("ApiKey", "k"), ("Model", "small-1"));

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal("small-1", Assert.Single(host.Services.GetServices<ModelBrain>()).Name);
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:9/v1", "k", "m", "8", "must be https")]
    [InlineData("Development", "http://models.example.test/v1", "k", "m", "8", "must be https")]
    [InlineData("Development", "models.example.test", "k", "m", "8", "absolute http(s) address")]
    [InlineData("Development", "", "k", "m", "8", "absolute http(s) address")]
    [InlineData("Development", "https://u:p@models.example.test/v1", "k", "m", "8", "no query, fragment or user name")]
    [InlineData("Development", "https://models.example.test/v1", "k", " ", "8", "Llm:Model is missing")]
    [InlineData("Development", "https://models.example.test/v1", "", "m", "8", "Llm:ApiKey is missing")]
    [InlineData("Development", "https://models.example.test/v1", "k", "m", "60", "Llm:TimeoutSeconds must be 1 to 15")]
    public async Task Half_a_configuration_stops_the_start_with_a_sentence(
        string environment, string baseUrl, string key, string model, string timeout, string sentence)
    {
        using var host = HostWith(environment, ("BaseUrl", baseUrl), ("ApiKey", key), ("Model", model), ("TimeoutSeconds", timeout));

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secondary:BaseUrl", "https://other.example.test/v1", "Llm:Secondary:Model is missing")]
    [InlineData("Secondary:BaseUrl", "nowhere", "Llm:Secondary:BaseUrl must be an absolute")]
    [InlineData("Secondary:TimeoutSeconds", "99", "")]
    [InlineData("Prices:Output", "-1", "Llm:Prices must not be negative")]
    public async Task The_second_model_and_prices_are_checked_too(string name, string value, string sentence)
    {
        using var host = HostWith(
            Environments.Production, ("BaseUrl", "https://models.example.test/v1"), ("ApiKey", "k"), ("Model", "m"), (name, value));

        var stopped = await Record.ExceptionAsync(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(sentence.Length > 0, stopped is OptionsValidationException failure && failure.Message.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_model_stands_behind_the_first_and_needs_it()
    {
        (string, string)[] second = [("Secondary:BaseUrl", "https://other.example.test/v1"), ("Secondary:ApiKey", "k2"), ("Secondary:Model", "small-2")];
        using var both = HostWith(Environments.Production, [("BaseUrl", "https://models.example.test/v1"), ("ApiKey", "k"), ("Model", "small-1"), .. second]);
        using var alone = HostWith(Environments.Production, second);

        await both.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["small-1", "small-2"], both.Services.GetServices<ModelBrain>().Select(model => model.Name));
        Assert.Equal(["models.example.test", "other.example.test"], both.Services.GetServices<ModelBrain>().Select(model => model.Host));
        await Assert.ThrowsAsync<OptionsValidationException>(() => alone.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_on_this_machine_needs_no_key_outside_production()
    {
        using var host = HostWith(Environments.Development, ("BaseUrl", "http://127.0.0.1:9/v1"), ("Model", "m"));

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.Single(host.Services.GetServices<ModelBrain>());
    }

    private static IHost HostWith(string environment, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Llm:{setting.Name}", setting.Value)));
        builder.Services.AddLlm(builder.Configuration, builder.Environment);
        return builder.Build();
    }
}
