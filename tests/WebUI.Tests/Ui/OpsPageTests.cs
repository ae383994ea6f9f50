using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The pages of those who run the installation.</summary>
[Collection(nameof(UiTests))]
public sealed class OpsPageTests(UiHost host, Browser browser)
{
    [Fact]
    public async Task A_vendor_sees_neither_jobs_nor_sessions()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        Assert.Equal(HttpStatusCode.Forbidden, (await vendor.SendAsync(new(HttpMethod.Get, "/ops/jobs"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await vendor.SendAsync(new(HttpMethod.Get, "/ops/sessions"))).StatusCode);
    }

    [Fact]
    public async Task An_operator_tries_a_job_again_that_was_given_up()
    {
        using var person = host.Browse();
        await Operators.AppointAsync(host, await host.ShopNamedAsync(await person.SignUpAsync("Maison")));
        var run = await ParkAsync("unknown_reason_of_this_test");

        Assert.Contains("unknown_reason_of_this_test", await person.TextAsync("/ops/jobs"), StringComparison.Ordinal);
        using var answer = await person.SubmitAsync("/ops/jobs", "handler=Retry", new() { ["job"] = run.Value.ToString() });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var retried = await host.InShopAsync(Id.New<TenantId>(), s => s.GetRequiredService<AppDbContext>().JobRuns.AsNoTracking().SingleAsync(j => j.Id == run));
        Assert.NotEqual(JobStatus.Parked, retried.Status);
    }

    [Fact]
    public async Task An_operator_pauses_a_schedule_and_lets_it_go_on()
    {
        using var person = host.Browse("en");
        await Operators.AppointAsync(host, await host.ShopNamedAsync(await person.SignUpAsync("Maison")));

        await person.SubmitAsync("/ops/jobs", "handler=Pause", new() { ["schedule"] = "shop-retention", ["paused"] = "true" });
        Assert.Contains("Resume Clean-up of the shops", await person.TextAsync("/ops/jobs"), StringComparison.Ordinal);

        await person.SubmitAsync("/ops/jobs", "handler=Pause", new() { ["schedule"] = "shop-retention", ["paused"] = "false" });
        Assert.Contains("Pause Clean-up of the shops", await person.TextAsync("/ops/jobs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_reads_what_is_wrong_with_a_number_and_how_far_the_program_went_to_mend_it()
    {
        using var person = host.Browse();
        var number = new ShopNumber(host, await host.ShopNamedAsync(await person.SignUpAsync("Maison")));
        await Operators.AppointAsync(host, number.Shop);
        await number.ConnectAsync();
        await host.InShopAsync(number.Shop, s => s.GetRequiredService<AppDbContext>().Sessions
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Repair, Repair.Move).SetProperty(n => n.RepairedAt, DateTimeOffset.UtcNow)));
        await number.ReportAsync(SessionReport.Lost, SessionTroubles.NoConnection);

        var page = await person.TextAsync("/ops/sessions");

        Assert.Contains("ne répond pas depuis un moment", page, StringComparison.Ordinal);
        Assert.Contains("confié à une autre passerelle", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_pages_fit_and_have_no_violation(int width, ColorScheme scheme)
    {
        List<string> complaints = [];
        var page = await browser.OpenAsync(host.Url, complaints, width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var shop = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await Operators.AppointAsync(host, shop.Shop);
        await shop.ConnectAsync();
        await ParkAsync("TimeoutException: the number " + new string('x', 90));
        foreach (var path in new[] { "/ops/jobs", "/ops/sessions" })
        {
            await page.GotoAsync(path);
            Assert.Empty(await Axe.ViolationsAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
            await Shots.TakeAsync(page, path, width);
        }

        Assert.Contains("Maison Adjoa", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_operator_who_proved_only_a_password_is_led_to_set_up_more()
    {
        using var person = host.Browse();
        var shop = await host.ShopNamedAsync(await person.SignUpAsync("Maison"));
        await Operators.AppointAsync(host, shop, proven: false);

        using var answer = await person.GetAsync("/ops/jobs");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/security", answer.Headers.Location!.ToString());
        Assert.Contains("les pages d’opérateur s’ouvrent ensuite", await person.TextAsync("/account/security"), StringComparison.Ordinal);
    }

    private async Task<JobRunId> ParkAsync(string reason)
    {
        var now = TimeProvider.System.GetUtcNow();
        var run = JobRun.Create(new JobOrder("PurgeInstallation", "{}", null), now, now);
        run.Start(now);
        run.Park(reason, now);
        await host.InShopAsync(Id.New<TenantId>(), s => s.GetRequiredService<IUnitOfWork>().RunAsync(
            _ =>
            {
                s.GetRequiredService<AppDbContext>().JobRuns.Add(run);
                return Task.FromResult(true);
            },
            _ => true,
            CancellationToken.None));
        return run.Id;
    }
}
