using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Cli;

internal sealed record ImportShopCommand(string File, string? Owner) : ICliCommand
{
    private const long MaxBytes = 20 * 1024 * 1024;

    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var json = await ReadAsync(ct);
        var imported = (await services.GetRequiredService<IMediator>().Send(new ImportShop(json, Owner, Path.GetDirectoryName(Path.GetFullPath(File))), ct)).OrRefuse();
        if (imported.SetPassword is { } link)
        {
            await output.WriteLineAsync(link.ToString());
        }

        await output.WriteLineAsync($"imported {imported.Id.Value} {imported.Slug}");
    }

    private async Task<string> ReadAsync(CancellationToken ct)
    {
        var file = new FileInfo(File);
        if (!file.Exists)
        {
            throw new CommandRefusedException($"There is no file {File}.");
        }

        return file.Length <= MaxBytes
            ? await System.IO.File.ReadAllTextAsync(File, ct)
            : throw new CommandRefusedException($"{File} is too large for a shop file.");
    }
}

internal sealed record ExportShopCommand(string Shop) : ICliCommand
{
    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await services.EnterShopAsync(Shop, ct);
        await output.WriteLineAsync((await services.GetRequiredService<IMediator>().Send(new ExportShop(), ct)).Json);
    }
}

/// <summary>The file and its photos, to be imported anywhere.</summary>
internal sealed record ExportShopToFileCommand(string Shop, string File) : ICliCommand
{
    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await services.EnterShopAsync(Shop, ct);
        var photoFolder = Path.GetFileNameWithoutExtension(File) + "-photos";
        var shop = await services.GetRequiredService<IMediator>().Send(new ExportShop(photoFolder), ct);
        var folder = Path.GetDirectoryName(Path.GetFullPath(File))!;
        await WritePhotosAsync(services.GetRequiredService<IFileStore>(), shop.Photos, Path.Combine(folder, photoFolder), ct);

        // The file comes last: where it is, its photos are.
        Directory.CreateDirectory(folder);
        await System.IO.File.WriteAllTextAsync(File, shop.Json, ct);
        await output.WriteLineAsync($"exported {File}, {shop.Photos.Count} photos");
    }

    private static async Task WritePhotosAsync(IFileStore store, IReadOnlyList<string> photos, string folder, CancellationToken ct)
    {
        foreach (var photo in photos)
        {
            var content = await store.ReadAsync(photo, ct) ?? throw new CommandRefusedException($"The photo {photo} is not in the shop's store.");
            Directory.CreateDirectory(folder);
            await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, photo), content, ct);
        }
    }
}

internal sealed record ListShopsCommand : ICliCommand
{
    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        foreach (var shop in await services.GetRequiredService<IAcrossTenants>().ShopsAsync(ct))
        {
            await output.WriteLineAsync($"{shop.Slug} {shop.Id.Value} {shop.Name}");
        }
    }
}

internal sealed record CreateApiKeyCommand(string Shop) : ICliCommand
{
    private const string Name = "command line";

    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await services.EnterShopAsync(Shop, ct);
        var key = (await services.GetRequiredService<IMediator>().Send(new CreateApiKey(Name), ct)).OrRefuse();
        await output.WriteLineAsync(key.Secret);
    }
}

internal static class Outcomes
{
    /// <summary>From here on the command works in this shop.</summary>
    public static async Task EnterShopAsync(this IServiceProvider services, string idOrSlug, CancellationToken ct)
    {
        var shop = await services.GetRequiredService<IAcrossTenants>().FindShopAsync(idOrSlug, ct)
            ?? throw new CommandRefusedException($"There is no shop {idOrSlug}. 'shop list' shows them.");
        services.GetRequiredService<ITenantScope>().Set(shop.Id);
    }

    public static T OrRefuse<T>(this Result<T> result) => result.Error is { } error ? throw new CommandRefusedException(error.Message) : result.Value!;
}
