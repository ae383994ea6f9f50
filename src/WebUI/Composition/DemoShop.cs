using System.Security.Cryptography;
using MediatR;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants.ShopFiles;

namespace WaSaas.WebUI.Composition;

/// <summary>
/// Development: a shop to look at, with a sign-in whose password is made here and written beside the data. Not loaded again
/// when it is there, and not at all with <c>Demo:Load=false</c>.
/// </summary>
internal static class DemoShop
{
    private const string Slug = "maison-adjoa";
    private const string Owner = "demo@wasaas.local";

    public static async Task LoadAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Demo:Load", true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<IAcrossTenants>().FindShopAsync(Slug, CancellationToken.None) is null)
        {
            await ImportAsync(services.GetRequiredService<IMediator>());
        }

        var note = Path.Combine(app.Configuration["Data:Root"]!, "demo-sign-in.txt");
        if (!File.Exists(note))
        {
            await services.GetRequiredService<DemoOwner>().GivePasswordAsync(Owner, note);
        }

        // For the person who started it, not for the log.
        Console.WriteLine($"Demo shop: sign in at {services.GetRequiredService<IPublicAddress>().Root} as {(await File.ReadAllTextAsync(note)).Trim()}");
    }

    private static async Task ImportAsync(IMediator mediator)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Demo", $"{Slug}.json"));
        var imported = await mediator.Send(new ImportShop(json, Owner));
        if (imported.Error is { } wrong)
        {
            throw new InvalidOperationException($"The demo shop cannot be loaded: {wrong.Message}");
        }
    }
}

/// <summary>The demo's owner has nobody who would read a mail.</summary>
internal sealed class DemoOwner(IAccounts accounts, IUnitOfWork unitOfWork)
{
    public async Task GivePasswordAsync(string email, string note)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        var hash = accounts.Hash(password);
        await unitOfWork.RunAsync(
            async ct =>
            {
                if (await accounts.FindAsync(email, ct) is { } person)
                {
                    await accounts.SetPasswordAsync(person.Id, hash, ct);
                    await accounts.MarkEmailConfirmedAsync(person.Id, ct);
                }

                return true;
            },
            _ => true,
            CancellationToken.None);
        await WriteForMeAsync(note, $"{email} with the password {password}");
    }

    private static async Task WriteForMeAsync(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, options);
        await writer.WriteLineAsync(text);
    }
}
