using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>Photos of a product over HTTP, made anew by the real sharp.</summary>
public sealed class PhotoPageTests
{
    [Theory]
    [InlineData("png", "photo.png", "image/png")]
    [InlineData("mjpeg", "../../x", "text/html")]
    [InlineData("webp", "a.php;.jpg", "image/jpeg")]
    public async Task A_photo_is_taken_for_what_it_is_whatever_its_name_and_kept_as_a_jpeg_with_a_small_one(string codec, string name, string type)
    {
        await using var host = await PageHost.StartAsync();
        var (page, _) = await ProductAsync(host);
        using var vendor = new Visitor(host.Url);

        var added = await vendor.UploadAsync(page, page + "?handler=Add", "photo", await TestPicture.MakeAsync(codec), name, type);

        Assert.Equal((200, page), (added.Status, added.At));
        var file = Assert.Single(await PhotosAsync(host));
        Assert.Matches("^[0-9a-f]{32}\\.jpg$", file);
        Assert.Contains($"<img src=\"/media/{file[..^4]}-s.webp\"", added.Html);
        var photo = (await vendor.FileAsync("/media/" + file))!.Value;
        Assert.Equal(("image/jpeg", 0xFF), (photo.Headers.ContentType!.MediaType, photo.Content[0]));
        var small = (await vendor.FileAsync($"/media/{file[..^4]}-s.webp"))!.Value;
        Assert.Equal("image/webp", small.Headers.ContentType!.MediaType);
        Assert.True(small.Content.Length < photo.Content.Length);
    }

    [Fact]
    public async Task The_first_photo_stands_in_the_list_and_in_the_form()
    {
        await using var host = await PageHost.StartAsync();
        var (page, product) = await ProductAsync(host);
        using var vendor = new Visitor(host.Url);
        Assert.Contains("thumb letter", (await vendor.GetAsync("/products")).Html);

        await vendor.UploadAsync(page, page + "?handler=Add", "photo", await TestPicture.MakeAsync());

        var thumbnail = $"/media/{(await PhotosAsync(host))[0][..^4]}-s.webp";
        Assert.Contains($"<img class=\"thumb\" src=\"{thumbnail}\"", (await vendor.GetAsync("/products")).Html);
        Assert.Contains(thumbnail, (await vendor.GetAsync($"/products/{product}")).Html);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a nothing behind it")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>")]
    [InlineData("<?php echo 1;")]
    public async Task What_is_no_photo_is_refused_with_a_sentence_and_nothing_is_kept(string content)
    {
        await using var host = await PageHost.StartAsync();
        var (page, _) = await ProductAsync(host);
        using var vendor = new Visitor(host.Url);

        var refused = await vendor.UploadAsync(page, page + "?handler=Add", "photo", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(422, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Html);
        Assert.Empty(await PhotosAsync(host));
        Assert.Empty(host.Files());
    }

    [Fact]
    public async Task A_photo_with_too_many_pixels_or_bytes_is_refused()
    {
        await using var host = await PageHost.StartAsync();
        var (page, _) = await ProductAsync(host);
        using var vendor = new Visitor(host.Url);

        Assert.Equal(422, (await vendor.UploadAsync(page, page + "?handler=Add", "photo", await TestPicture.MakeAsync("png", 10_000, 6_000))).Status);
        Assert.Equal(422, (await vendor.UploadAsync(page, page + "?handler=Add", "photo", new byte[PictureErrors.MaxBytes + 1])).Status);
        Assert.Empty(await PhotosAsync(host));
    }

    [Fact]
    public async Task Photos_are_arranged_and_taken_away_and_nine_are_too_many()
    {
        await using var host = await PageHost.StartAsync();
        var (page, _) = await ProductAsync(host);
        await host.SaveAsync(db => db.Products.Single().ShowPhotos([.. Enumerable.Range(1, Product.MaxPhotos).Select(n => $"p{n}.jpg")]));
        using var vendor = new Visitor(host.Url);

        var full = await vendor.UploadAsync(page, page + "?handler=Add", "photo", await TestPicture.MakeAsync());
        Assert.Equal(422, full.Status);
        Assert.Empty(host.Files());
        await vendor.PostAsync(page, page + "?handler=First", ("file", "p3.jpg"));
        await vendor.PostAsync(page, page + "?handler=Remove", ("file", "p1.jpg"));

        Assert.Equal(["p3.jpg", "p2.jpg", "p4.jpg", "p5.jpg", "p6.jpg", "p7.jpg", "p8.jpg"], await PhotosAsync(host));
        Assert.Equal(422, (await vendor.PostAsync(page, page + "?handler=Remove", ("file", "p1.jpg"))).Status);
        Assert.Equal(422, (await vendor.PostAsync(page, page + "?handler=First", ("file", "../../secret.jpg"))).Status);
    }

    [Fact]
    public async Task A_file_of_another_shop_is_not_there()
    {
        await using var host = await PageHost.StartAsync();
        await SaveFileAsync(host, Id.New<TenantId>(), "theirs.jpg");
        await SaveFileAsync(host, host.Shop, "ours.jpg");
        using var vendor = new Visitor(host.Url);

        Assert.NotNull(await vendor.FileAsync("/media/ours.jpg"));
        Assert.Null(await vendor.FileAsync("/media/theirs.jpg"));
        Assert.Null(await vendor.FileAsync("/media/theirs-s.webp"));
        Assert.Null(await vendor.FileAsync("/media/..%2Ftheirs.jpg"));
    }

    [Fact]
    public async Task A_photo_of_a_shop_file_has_no_small_one_and_is_shown_itself()
    {
        await using var host = await PageHost.StartAsync();
        await SaveFileAsync(host, host.Shop, "ours.jpg");
        using var vendor = new Visitor(host.Url);

        Assert.Equal("image/jpeg", (await vendor.FileAsync("/media/ours-s.webp"))!.Value.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_product_that_is_not_there_takes_no_photo()
    {
        await using var host = await PageHost.StartAsync();
        var (page, _) = await ProductAsync(host);
        using var vendor = new Visitor(host.Url);

        Assert.Equal(404, (await vendor.UploadAsync(page, $"/products/{Guid.NewGuid()}/photos?handler=Add", "photo", await TestPicture.MakeAsync())).Status);
        Assert.Empty(host.Files());
    }

    private static async Task<(string Page, Guid Product)> ProductAsync(PageHost host)
    {
        var product = Product.Add(host.Shop, "wax", new ProductDetails("Wax", 10_000)).Value!;
        await host.SaveAsync(db => db.Products.Add(product));
        return ($"/products/{product.Id.Value}/photos", product.Id.Value);
    }

    private static async Task<IReadOnlyList<string>> PhotosAsync(PageHost host)
    {
        IReadOnlyList<string> photos = [];
        await host.SaveAsync(db => photos = db.Products.Single().Photos);
        return photos;
    }

    private static Task<bool> SaveFileAsync(PageHost host, TenantId shop, string name) => host.ScopedAsync<IServiceProvider, bool>(async services =>
    {
        services.GetRequiredService<ITenantScope>().Set(shop);
        await services.GetRequiredService<IFileStore>().SaveAsync(name, [0xFF, 0xD8, 0xFF], CancellationToken.None);
        return true;
    });
}
